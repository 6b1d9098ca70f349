import { type Routes } from '@angular/router';
import { hasPodOrSprint, hasSprint, mayBeMatched, moderates, signedIn } from './accounts/guards';

/** Pages inside the shell. The guards beside `signedIn` send to `/start` whom a page has nothing to show. */
export const MEMBER_ROUTES: Routes = [
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: 'start', title: 'Start a sprint', loadComponent: () => import('./start/start').then((m) => m.Start) },
      {
        path: 'matching',
        title: 'Finding your pod',
        canActivate: [mayBeMatched],
        loadComponent: () => import('./matching/matching').then((m) => m.Matching),
      },
      {
        path: 'today',
        title: 'Today',
        canActivate: [hasPodOrSprint],
        loadComponent: () => import('./today/today').then((m) => m.Today),
      },
      {
        path: 'pod',
        title: 'Your pod',
        canActivate: [hasPodOrSprint],
        loadComponent: () => import('./pod/pod-page').then((m) => m.PodPage),
      },
      {
        path: 'schedule',
        title: 'Schedule',
        canActivate: [hasPodOrSprint],
        loadComponent: () => import('./schedule/schedule').then((m) => m.Schedule),
      },
      {
        path: 'session/:id',
        title: 'Session',
        loadComponent: () => import('./session/session-room').then((m) => m.SessionRoom),
      },
      {
        path: 'check-in/:slotId',
        title: 'Check in',
        canActivate: [hasSprint],
        loadComponent: () => import('./check-in/check-in-page').then((m) => m.CheckInPage),
      },
      {
        path: 'streak',
        title: 'Your streak',
        loadComponent: () => import('./streak/streak-page').then((m) => m.StreakPage),
      },
      {
        path: 'reviews',
        title: 'Second looks',
        loadComponent: () => import('./reviews/reviews-page').then((m) => m.ReviewsPage),
      },
      {
        path: 'notifications',
        title: 'Notifications',
        loadComponent: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: 'settings',
        loadChildren: () => import('./settings/settings.routes').then((m) => m.SETTINGS_ROUTES),
      },
      {
        path: 'admin',
        canMatch: [moderates],
        loadChildren: () => import('./admin/admin.routes').then((m) => m.ADMIN_ROUTES),
      },
      {
        path: '**',
        title: 'Not here',
        loadComponent: () => import('./shell/not-here').then((m) => m.NotHere),
      },
    ],
  },
];
