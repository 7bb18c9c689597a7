import { COURSE_COMMAND_PROBLEMS } from './course-command-problems';
import { HOURS_COMMAND_PROBLEMS } from './hours-command-problems';
import { ISSUE_COMMAND_PROBLEMS } from './issue-command-problems';
import { joinedProblems } from './joined-problems';
import { PEOPLE_COMMAND_PROBLEMS } from './people-command-problems';
import { TEACHING_COMMAND_PROBLEMS } from './teaching-command-problems';

/** Every code that a command can answer with. */
export const COMMAND_PROBLEMS = joinedProblems(
  joinedProblems(joinedProblems(COURSE_COMMAND_PROBLEMS, HOURS_COMMAND_PROBLEMS), PEOPLE_COMMAND_PROBLEMS),
  joinedProblems(TEACHING_COMMAND_PROBLEMS, ISSUE_COMMAND_PROBLEMS),
);
