/** A page of plain text: every paragraph is one string, links stand in a list behind the section. */
export type InfoText = {
  title: string;
  lead: string;
  sections: { heading: string; paragraphs: string[]; links?: [href: string, label: string][] }[];
};

export const InfoPage = ({ text, isSimple = false }: { text: InfoText; isSimple?: boolean }) => (
  <article class={isSimple ? 'simple' : 'prose'} lang={isSimple ? 'de-simple' : undefined}>
    <h1 class="kern-heading-large">{text.title}</h1>
    <p class="kern-body">{text.lead}</p>
    {text.sections.map((section) => (
      <section key={section.heading}>
        <h2 class="kern-heading-medium">{section.heading}</h2>
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {section.links && (
          <ul class="plain-list">
            {section.links.map(([href, label]) => (
              <li key={href}>
                <a class="kern-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </article>
);
