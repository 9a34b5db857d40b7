/** One environment of FIT-Connect and this house as its client. The operator sets it: the secret goes nowhere else. */
export type FitConnectSetting = {
  clientId: string;
  clientSecret: string;
  tokenUrl: string;
  /** With its version. */ submissionUrl: string;
  routingUrl: string;
  portalUrl: string;
  /** PEM of the roots of the Verwaltungs-PKI; none: certificates of keys only have to fit. */ roots: string[];
};
