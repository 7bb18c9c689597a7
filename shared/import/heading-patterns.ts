/** Of somebody else, or not the thing itself. */
const OTHERS =
  '(?!.*(?:联系人|负责人|教师|讲师|法人|法定|经办|紧急|单位|企业|公司|班主任|类型|类别|种类|有效|地址|照片|复印))';

/** Headings beyond the listed spellings, as normaliseHeading leaves them. */
export const NAME_PATTERN = new RegExp(`^${OTHERS}.*姓名(?:name)?$`);
export const ID_PATTERN = new RegExp(
  `^${OTHERS}.*(?:身份证|公民身份|身份证件).*(?:号|号码|编号)$|^id(?:号码?|number)?$`,
);
export const PHONE_PATTERN = new RegExp(`^${OTHERS}.*(?:手机|电话).*(?:号|号码|方式)$`);
export const POST_PATTERN =
  /^(?!.*(?:是否|在岗|年限|情况)).*(?:岗位|工种)(?:名称|类别|类型|工种|专业|及专业|证书类别|资格|证书)?$/;
export const CERTIFICATE_NUMBER_PATTERN =
  /^(?!.*(?:身份|证件|护照|毕业|学历|职称|许可|执照|资质)).*证书?.*(?:编号|号|号码|编码)$/;
export const ISSUED_ON_PATTERN =
  /^(?!.*(?:有效|到期|复审|毕业|学历|职称|身份|证件)).*(?:发证|取证|颁证|领证|获证|制证|打证|拿证|签发|颁发|核发|发放|领取|取得).*(?:日期|时间|年月日?)$/;
export const ORIGIN_PATTERN =
  /^(?:新|初|首次|取证).*(?:换发|换证|换领|换取)$|^换[发证领取].*(?:新|取证).*$|^(?:取证|获证|发证|证书获取|证书取得).*(?:方式|途径|性质|类型|形式|类别)$/;
