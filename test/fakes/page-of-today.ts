import { GIVEN_DAY_META, givenDayText } from '../../shared/given-day';
import { beginningNow } from './given-day';

/** Set-up of tests in a page, before anything of the program is loaded: the page carries the day of the tests. */
const meta = document.createElement('meta');
meta.name = GIVEN_DAY_META;
meta.content = givenDayText(beginningNow());
document.head.append(meta);
