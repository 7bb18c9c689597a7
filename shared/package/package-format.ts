import { fileNamePart } from '../basics/file-name-part';

/** What a reader looks at first. A change that an older reader would misunderstand is a new version. */
export const PACKAGE_FORMAT = 'xueshibu-package';
export const PACKAGE_FORMAT_VERSION = 1;

/** RFC 8493 2.1.1: these two lines and nothing else. */
export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
/** The one name outside data/ that people read; the one name that is not ASCII. */
export const HOW_TO_VERIFY = '如何验证.txt';
export const INDEX = 'data/index.json';
export const FACTS = 'data/facts.json';
export const FINDINGS = 'data/findings.json';
export const HEADS = 'data/journal/heads.json';

export const TAG_FILES: readonly string[] = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, HOW_TO_VERIFY];
export const REQUIRED_PAYLOAD: readonly string[] = [INDEX, FACTS, FINDINGS, HEADS];

const PAYLOAD_NAME = /^[a-z0-9][a-z0-9._/-]{0,119}$/;

/** Whether a path below data/ is one that every file system takes as it is. */
export const isPayloadPath = (path: string): boolean =>
  path.startsWith('data/') &&
  PAYLOAD_NAME.test(path.slice('data/'.length)) &&
  !/\/\/|\/$|(^|\/)\.{1,2}(\/|$)/.test(path);

/** 机构-期次-版本-日期.zip, without what a file system refuses, and short enough for every one. */
export const packageFileName = (institution: string, course: string, version: number, sealedOn: string): string =>
  `${fileNamePart(institution, '培训机构')}-${fileNamePart(course, '期次')}-v${version}-${sealedOn}.zip`;
