/** Facts of annex 2-1: what kind of trip, where to, with whom, and what was spent. */
import { choice } from "../common/choice.ts";
import { wholeYuan } from "../common/facts.ts";
import { yesNo } from "../common/yes-no.ts";
import { fact } from "../engine/fact.ts";

export const trip = choice({
  id: "trip",
  label: "看上海的类型",
  question: "是两天一晚，还是一日活动？",
  why: "两种的费用上限、餐费比例和补贴都不同。",
  choices: [
    {
      value: "twoDay",
      label: "两天一晚",
      heard: /(两|2|二)(天|日)(一|1)(晚|夜|宿)|(两|2|二)日游|(两|2)天1?一?晚|过夜|住(一|1)(晚|夜|宿)|隔夜/,
    },
    {
      value: "oneDay",
      label: "一日活动（当天来回）",
      heard: /(一|1|单)日(游|活动|的|呢|$)|一天(游|活动|来回)|当天(来回|往返|回来)|当日(往返|来回)|不过夜|不住宿/,
    },
  ],
});

/** Cities and sights that are plainly elsewhere; a place that is not listed stays unheard. */
const elsewhere =
  /南京|苏州|杭州|无锡|常州|南通|扬州|镇江|嘉兴|湖州|绍兴|宁波|舟山|温州|金华|合肥|黄山|安吉|莫干山|乌镇|西塘|周庄|同里|千岛湖|普陀山|太湖|北京|西安|成都|重庆|广州|深圳|三亚|海南|云南|昆明|厦门|福建|江西|安徽|江苏|浙江|外地|外省|市外|出(上海|市)|不在上海|国外|日本/;
const inside =
  /(在|去|到)?(上海)?(市内|本市|崇明|松江|金山|奉贤|嘉定|宝山|浦东|闵行|朱家角|迪士尼|外滩|徐汇|黄浦|静安|虹口|杨浦|普陀区|长宁)/;

export const mealPerPerson = fact({
  id: "mealPerPerson",
  kind: "yuan",
  label: "人均餐费",
  question: "人均餐费多少元？",
  unit: "元",
  cue: /(餐|吃|伙食|饭).{0,4}(每人|人均|每位|一个人)|(每人|人均|每位|一个人).{0,3}(餐|吃|伙食|饭)/,
  samples: [300, 0],
  schema: wholeYuan,
});

export const inShanghai = yesNo({
  id: "inShanghai",
  label: "在上海市内",
  question: "活动全程在上海市内吗？",
  yes: inside,
  no: elsewhere,
});

export const members = choice({
  id: "members",
  label: "参加的人",
  question: "参加的都是青浦地区工会会员吗？",
  choices: [
    { value: "all", label: "都是会员", heard: /都是(工会)?会员/ },
    {
      value: "some",
      label: "有非会员或家属",
      heard: /家属|家里人|老公|老婆|小孩|孩子|(有|部分|几个).{0,6}(不是|非)(工会)?会员/,
    },
    { value: "none", label: "都不是会员", heard: /(都|全|我|我们)不是(工会)?会员|没(有)?(建工会|入会|加入工会)/ },
  ],
});

export const organisedByUnion = yesNo({
  id: "organisedByUnion",
  label: "由基层工会组织",
  question: "是基层工会组织的吗？",
  yes: /工会(组织|搞|办)/,
  no: /(自己|(?<![\d一二三四五六七八九十百两几多])个人|我一个人)(去|玩|报名|申请|参加|报销|游)/,
});

export const hasQuota = yesNo({
  id: "hasQuota",
  label: "拿到分配名额",
  question: "单位拿到分配名额了吗？",
  yes: /(拿到|分到|有)(了)?(名额|指标)/,
  no: /没(有)?(拿到|分到|给|分)?(名额|指标)/,
});

export const recuperation = choice({
  id: "recuperation",
  label: "疗休养类别",
  question: "去的是哪一类？",
  why: "三类的补贴、天数和列支渠道都不同。",
  choices: [
    { value: "yangtzeDelta", label: "长三角区域", heard: /长三角|江浙沪|包邮区/ },
    {
      value: "counterpart",
      label: "对口合作区域（六安、三明、宜春等）",
      heard: /对口|(?<!长三角及)协作区域|六安|三明|宜春|革命老区/,
    },
    {
      value: "municipalSanatorium",
      label: "市总直管院所（沙家浜、西山、黄山、屏风山）",
      heard: /直管|院所|沙家浜|西山|黄山|屏风山|疗养院/,
    },
  ],
});

export const usedPerPerson = fact({
  id: "usedPerPerson",
  kind: "yuan",
  label: "品上海今年已用（人均）",
  question: "今年“品上海”人均已经用了多少元？",
  hint: "还没用过就填 0",
  unit: "元",
  cue: /已|用了|用掉|用过|发了|发过|花了|买了|之前|上半年|前面|上次|先发|先用/,
  samples: [0, 300, 500, 501],
  schema: wholeYuan,
});

export const plannedPerPerson = fact({
  id: "plannedPerPerson",
  kind: "yuan",
  label: "品上海这次打算用（人均）",
  question: "这次人均打算用多少元？",
  unit: "元",
  cue: /再|打算|准备|计划|这次|这趟|想|下半年|还要|还想|每人发|发/,
  samples: [200, 201, 600],
  schema: wholeYuan,
});

export const democraticProcess = yesNo({
  id: "democraticProcess",
  label: "走过民主程序和集体决策",
  question: "走过民主程序、经过集体决策了吗？",
  yes: /(走|过|开)(过|了)(民主程序|职代会)|集体(决策|讨论)(过|了)/,
  no: /(没|不|未|没有)(走|过|开|经过)?.{0,3}(民主程序|集体决策|集体讨论|职代会|开会)|(主席|领导|一个人).{0,4}(说了算|拍板|定)/,
});

export const forbiddenGoods = yesNo({
  id: "forbiddenGoods",
  label: "有明令禁止的物品",
  question: "有没有党风廉政规定明令禁止的物品？",
  labels: ["有", "没有"],
  yes: /明令禁止|违禁|违规物品/,
});

export const fund = choice({
  id: "fund",
  label: "用哪一笔钱",
  question: "用的是自有工会经费，还是上级工会补助？",
  choices: [
    { value: "own", label: "自有工会经费", heard: /自有|自己的?(工会)?(钱|经费)|本级/ },
    { value: "upper", label: "上级工会补助", heard: /上级.{0,4}(补助|拨|给)|拨款|拨下来|专项补助/ },
  ],
});

export const movement = choice({
  id: "movement",
  label: "钱的去向",
  question: "是支出、拨给下级，还是收到补助？",
  choices: [
    { value: "spend", label: "支出", heard: /支出|开支|用掉|花(掉|出)|花了/ },
    { value: "give", label: "上级拨给下级", heard: /拨给|下拨|(给|对)下(级|面)?.{0,4}(补助|拨|钱)|补助下级/ },
    { value: "receive", label: "收到上级补助", heard: /收到|到账|入账|进账|补助收入/ },
  ],
});

export const shortfall = yesNo({
  id: "shortfall",
  label: "当年度经费不足",
  question: "当年度经费不足吗？",
  yes: /(不足|不够|缺钱|没钱了|超支)/,
});
