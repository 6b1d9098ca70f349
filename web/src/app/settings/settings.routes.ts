import { type Routes } from '@angular/router';

export const SETTINGS_ROUTES: Routes = [{ path: '', pathMatch: 'full', redirectTo: 'profile' }];
