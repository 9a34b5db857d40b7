declare module 'subset-font' {
  const subsetFont: (font: Buffer, letters: string, options: { targetFormat: 'woff2' }) => Promise<Buffer>;
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default subsetFont;
}
