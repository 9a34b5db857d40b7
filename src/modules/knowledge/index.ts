export { knowledgePages } from './pages.tsx';
export type { KnowledgeSetting } from './setting.ts';
export { isBenchUpload } from './test-bench/pages/test-bench-pages.tsx';
export { twinRoutes } from './twins/routes.ts';
