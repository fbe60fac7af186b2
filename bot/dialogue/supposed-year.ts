/** The newest year that a document covers. */
const documentYear = 2023;

/** The year that a day without a year belongs to: this year if a document covers it, else the newest document's. */
export const supposedYear = (today: string): number => Math.min(Number(today.slice(0, 4)), documentYear);
