/** A photo of paper is larger than a form. */
export const isSprintUpload = (method: string, path: string): boolean =>
  method === 'POST' &&
  /^(\/en)?(\/sprints\/[\w.-]+\/[0-9a-f-]{36}\/raum\/bilder|\/rathaus\/[0-9]{2,12}\/sprints\/[0-9a-f-]{36}\/leitung\/beitraege)$/.test(
    path,
  );
