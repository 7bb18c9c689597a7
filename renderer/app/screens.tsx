import { lazy } from 'react';
import { STEP_PAGES } from './course-steps';
import { useNavigation } from './navigation';

const HomePage = lazy(async () => ({ default: (await import('../features/home/home-page')).HomePage }));
const CourseListPage = lazy(async () => ({ default: (await import('../features/course/course-list-page')).CourseListPage }));
const CoursePage = lazy(async () => ({ default: (await import('../features/course/course-page')).CoursePage }));
const PeoplePage = lazy(async () => ({ default: (await import('../features/people/people-page')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('../features/people/person-page')).PersonPage }));
const JournalPage = lazy(async () => ({ default: (await import('../features/journal/journal-page')).JournalPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../features/settings/settings-page')).SettingsPage }));

/** The screen of the place where the user is. */
export function Screens({ onLoadDemo }: { readonly onLoadDemo: () => void }) {
  const place = useNavigation((state) => state.place);
  switch (place.at) {
    case 'home':
      return <HomePage onLoadDemo={onLoadDemo} />;
    case 'courses':
      return <CourseListPage create={place.create ?? false} />;
    case 'course':
      return <CoursePage key={place.courseId} courseId={place.courseId} step={place.step} pages={STEP_PAGES} />;
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
