/** The edition of 青总工〔2023〕23 号: one complete set of provisions. */

import { checkup2023 } from "./checkup.ts";
import { document2023 } from "./document.ts";
import { harmony2023 } from "./harmony.ts";
import { healthPoint2023 } from "./health-point.ts";
import { illness2023 } from "./illness.ts";
import { insurance2023 } from "./insurance.ts";
import { modelWorker2023 } from "./model-worker.ts";
import { springFestival2023 } from "./spring-festival.ts";
import { travel2023 } from "./travel.ts";
import { wish2023 } from "./wish.ts";

export const edition2023 = {
  travel: travel2023,
  insurance: insurance2023,
  checkup: checkup2023,
  wish: wish2023,
  illness: illness2023,
  healthPoint: healthPoint2023,
  harmony: harmony2023,
  modelWorker: modelWorker2023,
  springFestival: springFestival2023,
  document: document2023,
} as const;
