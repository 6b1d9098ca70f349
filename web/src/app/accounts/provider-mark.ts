import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Provider } from '../firebase';

/** The provider's sign in its own colours, as their guidelines ask. */
@Component({
  selector: 'app-provider-mark',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true">
      @switch (provider()) {
        @case ('google.com') {
          <path
            fill="#4285f4"
            d="M22.500 12.260c0-.780-.070-1.530-.200-2.250H12v4.260h5.890a5.040 5.040 0 0 1-2.180 3.300v2.750h3.530c2.070-1.900 3.260-4.710 3.260-8.060z"
          />
          <path
            fill="#34a853"
            d="M12 23c2.950 0 5.430-.980 7.240-2.650l-3.530-2.750c-.980.660-2.230 1.050-3.710 1.050-2.850 0-5.270-1.930-6.130-4.520H2.220v2.840A11 11 0 0 0 12 23z"
          />
          <path fill="#fbbc05" d="M5.870 14.130a6.600 6.600 0 0 1 0-4.220V7.070H2.220a11 11 0 0 0 0 9.900z" />
          <path
            fill="#ea4335"
            d="M12 5.380c1.610 0 3.050.550 4.190 1.640l3.120-3.120A10.500 10.500 0 0 0 12 1 11 11 0 0 0 2.220 7.070l3.650 2.840C6.730 7.310 9.150 5.380 12 5.380z"
          />
        }
        @case ('microsoft.com') {
          <path fill="#f25022" d="M2 2h9.500v9.500H2z" />
          <path fill="#7fba00" d="M12.500 2H22v9.500h-9.500z" />
          <path fill="#00a4ef" d="M2 12.500h9.500V22H2z" />
          <path fill="#ffb900" d="M12.500 12.500H22V22h-9.500z" />
        }
        @case ('github.com') {
          <path
            fill="currentColor"
            d="M12 1.500a10.500 10.500 0 0 0-3.320 20.460c.520.100.720-.230.720-.500v-1.960c-2.920.630-3.540-1.250-3.540-1.250-.480-1.210-1.170-1.540-1.170-1.540-.950-.650.070-.640.070-.640 1.060.080 1.610 1.090 1.610 1.090.940 1.610 2.460 1.140 3.060.870.100-.680.370-1.140.670-1.400-2.330-.270-4.780-1.170-4.780-5.190 0-1.150.410-2.080 1.080-2.820-.110-.260-.470-1.330.100-2.780 0 0 .880-.280 2.890 1.080a10 10 0 0 1 5.260 0c2-1.360 2.880-1.080 2.880-1.080.580 1.450.220 2.520.110 2.780.680.740 1.080 1.670 1.080 2.820 0 4.030-2.460 4.920-4.800 5.180.380.320.710.960.710 1.940v2.880c0 .280.190.610.720.500A10.500 10.500 0 0 0 12 1.500z"
          />
        }
      }
    </svg>
  `,
  styles: 'svg { width: 1.375rem; height: 1.375rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProviderMark {
  readonly provider = input.required<Provider>();
}
