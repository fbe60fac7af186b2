/** Consent: what a person is told before the first personal field, in which version, and how it is taken back. */
import type { Change, Consent, ConsentRecord } from "../storage/records.ts";

export type Purpose = Consent["purpose"];

interface ConsentText {
  /** Goes up with every change of the text: whoever agreed to an older one is asked again. */
  readonly version: string;
  readonly text: string;
}

export const consentTexts: Readonly<Record<Purpose, ConsentText>> = {
  application: {
    version: "2023-1",
    text: "为办理您的申请，需要收集姓名、联系电话、单位等申请表上的内容，只交给青浦区总工会和经办的街镇、单位工会，加密保存，办结后保存3年再删除。不同意不影响查询政策。随时可以说「撤回同意」，也可以要求导出或删除。同意请回「同意」，不同意请回「不同意」。",
  },
  medical: {
    version: "2023-2",
    text: "这项申请要填写病情或事故的情况（例如确诊、住院、事故的日期），这是敏感个人信息，只用来核对是否符合这一项的条件，只给审核的人看，加密保存，办结后保存3年再删除。不提供就不能办这一项，其他项目不受影响。单独同意请回「同意」，不同意请回「不同意」。",
  },
};

/** Whoever says more says something else as well. */
const longestConsent = 40;
/** Each word can be read in one way only, so that no message makes the reader try for long. */
const agree =
  /^我?(?:同意|愿意|可以|好|行|没问题|是)(?:同意|愿意|可以|好|行|没问题|是|的|你们|收集|使用|填写|个人|信息|了|吧|啊|[,，。!！\s])*$|^(?:👌|👍)+$/u;
const refuse = /^(我)?(不同意|不愿意|不可以|不行|不要|拒绝|不)[。!！]*$/;
const withdraw = /^(我)?(要|想)?(撤回|撤销|收回|取消)(我的)?(同意|授权)(书)?[。!！]*$/;

export const agrees = (text: string): boolean => text.length <= longestConsent && agree.test(text.trim());
export const refuses = (text: string): boolean => refuse.test(text.trim());
export const withdraws = (text: string): boolean => withdraw.test(text.trim());

/** Only a consent to the present text, not taken back, opens a personal field. */
export function hasConsent(record: ConsentRecord | undefined, purpose: Purpose): boolean {
  const newest = record?.given.findLast((one) => one.purpose === purpose);
  return newest !== undefined && newest.withdrawnAt === undefined && newest.version === consentTexts[purpose].version;
}

export interface ConsentMoment {
  /** `channel:user`. */
  readonly person: string;
  readonly at: string;
  readonly channel: string;
}

export function withConsent(
  record: ConsentRecord | undefined,
  purpose: Purpose,
  { person, at, channel }: ConsentMoment,
): ConsentRecord {
  const given = [...(record?.given ?? []), { purpose, version: consentTexts[purpose].version, at, channel }];
  return { id: person, given };
}

/** `expected` is the revision that was read, so that two consents at once do not undo each other. */
export function giveConsent(
  record: ConsentRecord | undefined,
  purpose: Purpose,
  moment: ConsentMoment,
  expected?: number,
): Change {
  const { person } = moment;
  const value = withConsent(record, purpose, moment);
  return { kind: "consent", id: person, person, value, ...(expected !== undefined && { expected }) };
}

export function withdrawConsent(record: ConsentRecord, { person, at }: ConsentMoment, expected: number): Change {
  const given = record.given.map((one) => (one.withdrawnAt === undefined ? { ...one, withdrawnAt: at } : one));
  return { kind: "consent", id: person, person, value: { id: person, given }, expected };
}
