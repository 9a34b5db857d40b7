export { knowledgeDeskPages } from './library/pages/desk-pages.tsx';
export { knowledgePages } from './pages.tsx';

export { knowledgeRetention } from './retention.ts';
export { seedKnowledgeDemonstration } from './seed-demonstration.ts';
export type { KnowledgeSetting } from './setting.ts';
export { isBenchUpload } from './test-bench/pages/test-bench-pages.tsx';
export { twinRoutes } from './twins/routes.ts';
