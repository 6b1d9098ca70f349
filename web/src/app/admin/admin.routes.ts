import { type Routes } from '@angular/router';

export const ADMIN_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'fairness' },
  {
    path: 'fairness',
    title: 'Fairness of matching',
    loadComponent: () => import('./fairness-page').then((m) => m.FairnessPage),
  },
];
