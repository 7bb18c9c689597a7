import type { Day } from '../basics/day';
import type { CertificateId, PersonId } from './ids';
import type { Declaration } from './declaration';

/** A post code of the ruleset ('101' … '115') or, where the ruleset has families only, a family name. */
export type Post = string;

/** 证书. old = 合格证书, electronic = 电子培训合格证. Its CE years follow from issuedOn and origin. */
export interface Certificate {
  readonly id: CertificateId;
  readonly personId: PersonId;
  readonly kind: 'old' | 'electronic';
  /** Missing when the file did not say: then post-matches-certificate cannot tell. */
  readonly post?: Post;
  /** The post exactly as it was imported. */
  readonly postSpelling?: string;
  readonly number?: string;
  readonly issuedOn?: Day;
  /** 新取证 = new, 换发 = exchanged. */
  readonly origin?: 'new' | 'exchanged';
  readonly validUntil?: Day;
  /** 能否在全国系统查询到 ([37] 二(一)). */
  readonly foundInSystem?: Declaration;
}
