/** What the leaders wrote for the report of the half-year; two passages were written twice. */
import { write } from "./drafts.ts";
import { type SampleStep, step } from "./step.ts";

export const statementSteps = (): SampleStep[] => [
  step("2022-06-29", "15:30", "lin", [
    write(
      "duties",
      "党委书记负总责，宣传委员直接抓，班子其他成员管好分管领域，各村、镇直单位各定一名联络员，责任清单逐人签收。",
    ),
    write("obligations", "与全镇重点工作一并部署、一并落实，每季度检查一次，结果计入年度考核。"),
    write("reviews", "对外发布信息一律经过初审、复审、终审，三道手续由三人分别签字，缺一不发。"),
  ]),
  step("2022-07-04", "09:40", "lin", [
    write(
      "shortcomings",
      "个别村图版更新不及时，日常巡查还不够细。",
      "信息员队伍变动较快，编校业务不够熟练。",
      "志愿服务项目偏少。",
    ),
    write(
      "next-steps",
      "学习抓常。按月排定专题，课后有讨论、有小结，重点专题全年轮训一遍。",
      "阵地抓细。每季度过一遍清单，发现问题当月交办、限期销号。",
      "队伍抓实。办好信息员、实践站管理员培训，培育三至五个志愿服务项目。",
    ),
  ]),
  step("2022-07-04", "16:25", "zhou", [
    write(
      "shortcomings",
      "个别村图版更新不及时，日常巡查还不够细。",
      "信息员队伍变动较快，编辑和校对业务不够熟练。",
      "志愿服务内容偏于环境整治，叫得响的项目不多。",
    ),
    write(
      "obligations",
      "与全镇重点工作一并部署、一并落实，每季度检查一次，检查结果计入班子和村级年度考核。",
    ),
  ]),
];
