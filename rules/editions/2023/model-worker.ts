/** Values of annex 2-8 of 青总工〔2023〕23 号, each with its clause and quote. */
import { provision } from "../../engine/provision.ts";
import type { ModelWorkerProvisions } from "../../model-worker/provisions.ts";

export const modelWorker2023: ModelWorkerProvisions = {
  audience: provision("非公企业和校园", "2023/2-8#1", "非公企业和校园", ["A17"]),
  content: provision(
    "技术培训、交流、攻关、协作，进校园和公益讲座",
    "2023/2-8#2",
    "开展技术培训、技术交流、技术攻关、技术协作等“四技服务”",
  ),
  application: provision(
    "填《劳模工匠服务队需求申请表》",
    "2023/2-8#3",
    "企业和校园填写《劳模工匠服务队需求申请表》(附件), 区总按照企业和校园需求,分批、分次、分专业组织服务队",
  ),
  unitTypes: provision("表上另有国有、其他", "2023/2-8-1", "□国有□非公 ( 民营、外资等) □学校□其他", ["A17"]),
  free: provision("不收费", "2023/2-8#4", "项目经费从区总工会专项经费中列支,不得向服务单位收取任何费用"),
};
