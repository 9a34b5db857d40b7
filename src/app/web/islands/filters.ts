/** A chip takes effect at once; the button stays for everybody who works without it. */
export const enhanceFilters = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosubmit]')) {
    form.addEventListener('change', (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.closest('.filter__chips')) form.requestSubmit();
    });
    // Empty fields would only make the address long.
    form.addEventListener('submit', () => {
      for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        'input[name], select[name]',
      ))
        if (field.value === '') field.disabled = true;
    });
  }
};
