export { excusedBy, MOST_KEPT_TEXTS, safetyReport, withReported } from './leave-safely';
