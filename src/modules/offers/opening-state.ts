export { type OpeningState, openingState, openingWords } from '../../foundation/time/opening-state.ts';
