export const DOSSIERS_AT = '/netzwerk/dossiers';

export const dossierPath = (id: string, version?: number): string =>
  `/netzwerk/dossier/${id}${version === undefined ? '' : `/${version}`}`;
