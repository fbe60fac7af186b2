/** Subjects that the document never touches, by the words that name them; one line to add. The topic answers. */
export const outsideWords: readonly (readonly [topic: string, words: RegExp])[] = [
  ["other.medical-insurance", /医保|城乡居民医疗|沪惠保/],
  ["other.housing-fund", /公积金/],
  ["other.unemployment", /失业金|失业保险/],
  ["other.work-injury", /工伤/],
  ["other.retirement", /养老金|退休金|几岁退休|办退休/],
  ["other.social-insurance", /社保(卡|缴|费|断|中断|转|基数|怎么)|养老保险/],
  ["other.residence-permit", /居住证|落户|积分|户口(怎么|迁)/],
  ["other.tax", /个税|个人所得税|退税/],
  ["other.leave", /产假|婚假|年假|病假|丧假|高温费|高温津贴|加班(费|工资)/],
  ["other.arbitration", /劳动仲裁|仲裁/],
  ["other.commercial-insurance", /车险|商业保险|车损/],
  ["other.travel", /机票|高铁票|火车票|订酒店/],
  ["other.civil-affairs", /低保|公租房|廉租|结婚登记|离婚/],
];
