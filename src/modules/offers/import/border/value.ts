export * from '../../../../foundation/text/foreign-value.ts';
