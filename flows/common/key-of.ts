/** The calculators know an option by an English key, the sheet by its print. */
export const keyOf = <K extends string>(
  printed: Readonly<Record<K, string>>,
  said: string | undefined,
): K | undefined => (Object.keys(printed) as K[]).find((key) => printed[key] === said);
