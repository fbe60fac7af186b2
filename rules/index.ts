/** Every rule, one line each. */

import { checkupBatches } from "./checkup/checkup-batches.ts";
import { checkupItemLookup } from "./checkup/checkup-item-lookup.ts";
import { companyCheckup } from "./checkup/company-checkup.ts";
import { examCentreCheck } from "./checkup/exam-centre-check.ts";
import { newFormCheckup } from "./checkup/new-form-checkup.ts";
import { planComparison } from "./checkup/plan-comparison.ts";
import { sendHealth } from "./checkup/send-health.ts";
import { contactRouter } from "./document/contact-router.ts";
import { docGuard } from "./document/doc-guard.ts";
import { formRouter } from "./document/form-router.ts";
import { projectMatcher } from "./document/project-matcher.ts";
import { stackingCheck } from "./document/stacking-check.ts";
import { surveyDue } from "./document/survey-due.ts";
import type { AnyRule } from "./engine/rule.ts";
import { harmonyAllowance } from "./harmony/harmony-allowance.ts";
import { harmonyTarget } from "./harmony/harmony-target.ts";
import { healthPointApplication } from "./health-point/health-point-application.ts";
import { healthPointDuty } from "./health-point/health-point-duty.ts";
import { healthPointFunding } from "./health-point/health-point-funding.ts";
import { seriousIllnessEligibility } from "./illness/serious-illness-eligibility.ts";
import { seriousIllnessSubmission } from "./illness/serious-illness-submission.ts";
import { bridgeHalfYear } from "./insurance/bridge-half-year.ts";
import { changePlan } from "./insurance/change-plan.ts";
import { claimDeadline } from "./insurance/claim-deadline.ts";
import { claimMaterials } from "./insurance/claim-materials.ts";
import { coveragePeriod } from "./insurance/coverage-period.ts";
import { insuranceBenefit } from "./insurance/insurance-benefit.ts";
import { insuranceFee } from "./insurance/insurance-fee.ts";
import { newFormEligibility } from "./insurance/new-form-eligibility.ts";
import { modelWorkerRequest } from "./model-worker/model-worker-request.ts";
import { newYearMeal } from "./spring-festival/new-year-meal.ts";
import { springCouplets } from "./spring-festival/spring-couplets.ts";
import { kanShanghaiTrip } from "./travel/kan-shanghai-trip.ts";
import { localBrandsCap } from "./travel/local-brands-cap.ts";
import { recuperationTrip } from "./travel/recuperation-trip.ts";
import { unionFundSource } from "./travel/union-fund-source.ts";
import { microWish } from "./wish/micro-wish.ts";

export { evaluate } from "./engine/evaluate.ts";

export const rules: readonly AnyRule[] = [
  kanShanghaiTrip,
  localBrandsCap,
  unionFundSource,
  recuperationTrip,
  newFormEligibility,
  insuranceBenefit,
  insuranceFee,
  coveragePeriod,
  bridgeHalfYear,
  changePlan,
  claimDeadline,
  claimMaterials,
  companyCheckup,
  checkupBatches,
  sendHealth,
  newFormCheckup,
  checkupItemLookup,
  planComparison,
  microWish,
  seriousIllnessEligibility,
  seriousIllnessSubmission,
  healthPointFunding,
  healthPointDuty,
  healthPointApplication,
  harmonyTarget,
  harmonyAllowance,
  modelWorkerRequest,
  newYearMeal,
  springCouplets,
  contactRouter,
  formRouter,
  surveyDue,
  projectMatcher,
  examCentreCheck,
  docGuard,
  stackingCheck,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleById = (id: string): AnyRule | undefined => byId.get(id);
