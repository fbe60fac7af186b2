/** Why an attachment is not taken, each with what to do next: one line for the person who sent it. */

export const reasons = {
  empty: "文件是空的，请重新发。",
  tooLarge: "文件超过20MB，请压缩后再发；照片可以不选“原图”，扫描件可以分几个文件。",
  damaged: "文件不完整或已损坏，请重新拍照或重新导出后再发。",
  tooManyPixels: "图片太大（超过2500万像素），请在手机上缩小，或不选“原图”再发。",
  heic: "这是 HEIC 格式的照片，请在手机相册里转成 JPG 再发。",
  otherPicture: "这种图片格式收不了，请截图，或另存为 JPG、PNG 再发。",
  markup: "这是网页或 SVG 文件，为安全起见不收，请截图，或另存为 JPG、PDF 再发。",
  program: "这是程序文件，不能收，请发照片（JPG、PNG）或 PDF。",
  archive: "压缩包收不了，请解压后把里面的文件一个一个发过来。",
  media: "视频和录音收不了，请发照片（JPG、PNG）或 PDF。",
  unknown: "认不出这个文件，请发照片（JPG、PNG）、PDF、Word（.docx）或 Excel（.xlsx）。",
  polyglot: "这个文件里还藏着另一个文件，为安全起见不收，请重新拍照或重新导出后再发。",
  encryptedPdf: "这个 PDF 加了密码或限制，请去掉后再发，或者打印出来拍照发。",
  activePdf: "这个 PDF 带有脚本或会打开别的程序，为安全起见不收，请重新导出（打印成 PDF）或拍照发。",
  oldOffice: "这是老版 Office（.doc、.xls、.ppt）或加了密码的文件，请另存为 .docx、.xlsx（不加密码）或 PDF 再发。",
  otherOffice: "这种文档收不了，请另存为 PDF 再发。",
  macros: "这个文件带宏，请另存为不带宏的 .docx、.xlsx 或 PDF 再发。",
  activeOffice: "这个文件链接或嵌入了别的文件，为安全起见不收，请另存为 PDF 再发。",
  swells: "文件展开后太大，请另存为 PDF 再发。",
} as const;

export type Reason = keyof typeof reasons;

export interface Refusal {
  readonly kind: "refused";
  readonly because: Reason;
  readonly say: string;
}

export const refusal = (because: Reason): Refusal => ({ kind: "refused", because, say: reasons[because] });
