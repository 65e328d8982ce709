/**
 * The wall: columns on private people are never taken from a sheet, whoever asks for them.
 *
 * A ledger holds the office's own acts. Names of those who came, their papers, telephones, homes,
 * origin and belief, and what people say, are none of its business (DESIGN, "What it is not"), and
 * the law asks for good reason to copy them about. So such a column is known by its heading alone,
 * its cells are passed over unread, and no option maps it. A heading that is wrongly taken for one
 * costs a column that a person can rename; the other mistake costs people their privacy.
 */

export type PrivateReason = "people" | "papers" | "contact" | "home" | "origin" | "said" | "staff";

const headings: readonly (readonly [reason: PrivateReason, words: RegExp])[] = [
  // Who came, spoke or was visited, by name; also photographs of faces.
  [
    "people",
    /姓名|名单|花名册|签到|参[加会与](人员|人(?!员)|者|群众|村民|居民)(?!数|次)|[到出][会席]人员(?!数)|人员构成|受访|走访对象|服务对象|慰问对象|帮扶对象|发言人(?!数|次)|主讲|宣讲人(?!数|次)|讲师|授课人|户主|家属|监护人|当事人|信访人|发帖人|博主|网民|网友|昵称|网名|头像|人脸|照片|指纹|年龄|性别|出生|健康|病史/,
  ],
  ["papers", /身份证|证件|护照|社保|医保|银行|卡号|帐号|账户|车牌|学籍|工号/],
  ["contact", /电话|手机|联系方式|联系人|号码|微信|qq|邮箱|电子邮件|抖音号|快手号/],
  ["home", /住址|家庭|户籍|籍贯|门牌|居住|住户|楼栋/],
  ["origin", /民族(?!团结)|宗教|信教|信仰|教派|教职|清真|寺|教堂|政治面貌|婚姻|学历|收入/],
  ["said", /舆情|言论|观点|诉求|群众意见|居民意见|村民意见|反映问题|评论|跟帖|帖子|发帖/],
  // Who wrote it down is whoever imports it; who answers for it stands in the ledger's own words.
  [
    "staff",
    /(记录|填报|填表|登记|录入|经办|负责|责任|主持|审核|审批|分管|带队|检查|组织)(人|人员|领导|者)$|信息员|网格员|包村干部|带班领导/,
  ],
];

const english: readonly (readonly [PrivateReason, RegExp])[] = [
  ["people", /^(name|names|full name|participants?( names?)?|attendees|speakers?|age|sex|gender)$/],
  ["people", /^(photo|birth(day| date)?|date of birth|signature)$/],
  ["papers", /\b(id (card|number|no)|passport|bank|account no)\b/],
  ["contact", /\b(phone|telephone|mobile|cell ?phone|e-?mail|contact|wechat)\b/],
  ["home", /\b(home|household|residence)\b|^address$/],
  ["origin", /\b(religion|belief|faith|ethnic|ethnicity|nationality|marital)\b/],
  ["staff", /^(recorded by|recorder|entered by|author|responsible( person)?|host)$/],
];

/** Why a column with this heading stays out; undefined for one that may come in. */
export function findPrivate(heading: string): PrivateReason | undefined {
  const word = heading.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
  const joined = word.replaceAll(" ", "");
  const found =
    headings.find(([, words]) => words.test(joined)) ??
    english.find(([, words]) => words.test(word));
  return found?.[0];
}

/** A telephone number or an identity number in the middle of a text. */
const numbers =
  /(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dxX])(?!\d)/;

/** Whether a text that would come in holds such a number: then its row is not taken. */
export const holdsPrivateNumber = (text: string): boolean => numbers.test(text.normalize("NFKC"));
