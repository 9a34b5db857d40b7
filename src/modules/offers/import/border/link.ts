export { safeUrl } from '../../../../foundation/text/link.ts';
