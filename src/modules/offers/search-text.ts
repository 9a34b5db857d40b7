export { foldText, splitCompound, wordsOf } from '../../foundation/text/search-text.ts';
