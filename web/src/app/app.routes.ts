import { type Routes } from '@angular/router';

/**
 * Landing and sign-in stand alone; everything for members is one lazy branch, so that a visitor's
 * first page carries neither Firebase nor the product's rules.
 */
export const ROUTES: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./landing/landing').then((m) => m.Landing) },
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: () => import('./accounts/sign-in').then((m) => m.SignIn),
  },
  { path: '', loadChildren: () => import('./member.routes').then((m) => m.MEMBER_ROUTES) },
];
