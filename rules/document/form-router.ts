/** 该用哪张表: the form for a purpose, its copies and seals, what goes with it and where to. */
import { law } from "../editions/index.ts";
import { defineRule } from "../engine/rule.ts";
import { purpose } from "./facts.ts";

const chineseCount = (count: number) => "零一二三四五六七八九".charAt(count);

export const formRouter = defineRule({
  id: "K30",
  name: "formRouter",
  title: "用哪张表、谁先盖章、交给谁",
  project: "0",
  asks: [purpose],
  decide({ need, cite }) {
    const by = law("document").routes[need(purpose)];
    const route = cite(by);
    const values = {
      form: route.form,
      copies: route.copies,
      seals: route.seals,
      with: route.with || null,
      to: route.to || null,
    };
    if (route.form === null) {
      return {
        verdict: "unsettled",
        say: `文件没有附这张表：${route.title}。`,
        lines: [
          `去处：${route.to}。`,
          ...(route.seals.length > 0 ? [`经过：${route.seals.join("→")}。`] : []),
          ...(route.with ? [`同时要交：${route.with}。`] : []),
        ],
        values,
        by: [by],
      };
    }
    const copies = route.copies === null ? "份数文件没有写" : `一式${chineseCount(route.copies)}份`;
    return {
      verdict: "eligible",
      say: `用附件${route.form}《${route.title}》，${route.to ? `交${route.to}` : "交到哪里文件没有写"}。`,
      lines: [
        ...(route.seals.length > 0 ? [`盖章次序：${route.seals.join("→")}；${copies}。`] : [`${copies}，不用盖章。`]),
        ...(route.with ? [`同时要交：${route.with}。`] : []),
        ...(route.caveat ? [`注意：${route.caveat}。`] : []),
      ],
      values,
      by: [by],
      form: route.form,
    };
  },
});
