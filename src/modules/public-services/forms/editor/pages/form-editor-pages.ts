import { Hono } from 'hono';
import type { DeskEnvironment } from '../../../../accounts/index.ts';
import { editPages } from './edit-pages.tsx';
import type { EditorSetting } from './editor-page.ts';
import { formPages } from './form-pages.tsx';
import { formListPages } from './list-pages.tsx';
import { previewPages } from './preview-pages.tsx';

/** Everything below /rathaus/<organisation>/formulare: an editor builds, tries and publishes forms in the browser. */
export const formEditorPages = (setting: EditorSetting) => {
  const pages = new Hono<DeskEnvironment>();
  for (const own of [formListPages, formPages, editPages, previewPages]) pages.route('/', own(setting));
  return pages;
};
