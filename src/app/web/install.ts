/** What a phone shows when it installs the platform. */
export const manifest = {
  name: 'Allmende: Was ist hier, jetzt?',
  short_name: 'Allmende',
  lang: 'de',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b6b45',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
};
