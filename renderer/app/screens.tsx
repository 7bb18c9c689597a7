import { useEffect } from 'react';
import { HomePage } from '../features/home/home-page';
import { STEP_PAGES } from './course-steps';
import { lazyPage, loadPagesWhenIdle } from './lazy-page';
import { useNavigation } from './navigation';

const CourseListPage = lazyPage(async () => (await import('../features/course/course-list-page')).CourseListPage);
const CoursePage = lazyPage(async () => (await import('../features/course/course-page')).CoursePage);
const PeoplePage = lazyPage(async () => (await import('../features/people/people-page')).PeoplePage);
const PersonPage = lazyPage(async () => (await import('../features/people/person-page')).PersonPage);
const JournalPage = lazyPage(async () => (await import('../features/journal/journal-page')).JournalPage);
const SettingsPage = lazyPage(async () => (await import('../features/settings/settings-page')).SettingsPage);

/** The screen of the place where the user is. */
export function Screens({ onLoadDemo }: { readonly onLoadDemo: () => void }) {
  const place = useNavigation((state) => state.place);
  useEffect(loadPagesWhenIdle, []);
  switch (place.at) {
    case 'home':
      return <HomePage onLoadDemo={onLoadDemo} />;
    case 'courses':
      return <CourseListPage create={place.create ?? false} />;
    case 'course':
      return (
        <CoursePage
          key={place.courseId}
          courseId={place.courseId}
          step={place.step}
          focus={place.focus}
          pages={STEP_PAGES}
        />
      );
    case 'people':
      return <PeoplePage />;
    case 'person':
      return <PersonPage key={place.personId} personId={place.personId} />;
    case 'journal':
      return <JournalPage />;
    case 'settings':
      return <SettingsPage section={place.section} />;
  }
}
