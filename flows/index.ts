/** Every form, one line each. */
import { checkupRoster } from "./checkup-roster/form.ts";
import { checkupSurvey } from "./checkup-survey/form.ts";
import { companyCheckup } from "./company-checkup/form.ts";
import type { Form } from "./engine/form.ts";
import { harmonyAllowance } from "./harmony-allowance/form.ts";
import { healthPointProposal } from "./health-point-proposal/form.ts";
import { insuranceClaim } from "./insurance-claim/form.ts";
import { kanShanghaiSubsidy } from "./kan-shanghai-subsidy/form.ts";
import { microWish } from "./micro-wish/form.ts";
import { modelWorkerRequest } from "./model-worker-request/form.ts";
import { newFormCheckup } from "./new-form-checkup/form.ts";
import { recuperationSubsidy } from "./recuperation-subsidy/form.ts";
import { sendHealth } from "./send-health/form.ts";
import { seriousIllnessDossier } from "./serious-illness-dossier/form.ts";
import { travelSurvey } from "./travel-survey/form.ts";

export const forms: readonly Form[] = [
  kanShanghaiSubsidy,
  recuperationSubsidy,
  travelSurvey,
  companyCheckup,
  sendHealth,
  newFormCheckup,
  checkupSurvey,
  checkupRoster,
  modelWorkerRequest,
  seriousIllnessDossier,
  microWish,
  healthPointProposal,
  insuranceClaim,
  harmonyAllowance,
];

/** By number (`2-1-1`) or English name (`kanShanghaiSubsidyForm`). */
export const formById = (id: string): Form | undefined => forms.find((form) => form.id === id || form.name === id);
