/** Names of the type faces of official papers, as the office computers know them, and who made the file. */
export const faces = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  note: "宋体",
  /** Rare characters beyond the basic plane, which no other face of an office computer has. */
  rare: "SimSun-ExtB",
  creator: "青浦工会政策助手",
} as const;
