export { knowledgePages } from './pages.tsx';
export { twinRoutes } from './twins/routes.ts';
