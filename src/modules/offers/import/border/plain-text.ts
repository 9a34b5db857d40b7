export { cleanText, oneLine, plainText } from '../../../../foundation/text/plain-text.ts';
