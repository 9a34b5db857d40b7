/** Something that happened in one module and that others may want to know. `ars`: whose rows it is about. */
export type DomainEvent = {
  ars: string;
  id: string;
  /** In the past, with hyphens: `entry-reused`. */ type: string;
  /** As the telling module's contract describes it. */ payload: unknown;
  at: Date;
};
