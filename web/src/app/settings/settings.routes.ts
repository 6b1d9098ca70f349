import { type Routes } from '@angular/router';

export const SETTINGS_ROUTES: Routes = [
  {
    path: '',
    loadComponent: () => import('./settings').then((m) => m.Settings),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        title: 'Profile',
        loadComponent: () => import('./profile').then((m) => m.Profile),
      },
      {
        path: 'matching',
        title: 'Matching',
        loadComponent: () => import('./matching-page').then((m) => m.MatchingPage),
      },
      {
        path: 'people',
        title: 'People',
        loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
      },
      {
        path: 'appearance',
        title: 'Appearance',
        loadComponent: () => import('./appearance-page').then((m) => m.AppearancePage),
      },
      {
        path: 'devices',
        title: 'This device',
        loadComponent: () => import('./this-device').then((m) => m.ThisDevice),
      },
    ],
  },
];
