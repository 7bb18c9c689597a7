import type { Course } from '../records/course';
import type { Post } from '../records/certificate';
import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { postTitle } from '../regulation/posts';
import { rulesetById } from '../regulation/rulesets';

/** A post, whose it is, the input that holds it, and how it was spelt there. */
interface PostAsked {
  readonly post: Post;
  readonly name: string;
  readonly field: string;
  readonly spelling?: string;
}

/** Why somebody cannot be enrolled for a post in this course; null when nothing speaks against it. */
export function postProblem(
  { ruleset }: Pick<Course, 'ruleset'>,
  { post, name, field, spelling }: PostAsked,
): Problem | null {
  const known = rulesetById(ruleset);
  if (!known) return problem('ruleset-unknown', { ruleset }, field);
  return known.posts.includes(post)
    ? null
    : problem('post-not-in-ruleset', { name, post: spelling ?? postTitle(post) }, field);
}
