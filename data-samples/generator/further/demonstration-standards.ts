// The demonstration service's audits and scrutiny panels, with the oddities of the published table of 2022-23.
import type { StandardsYear } from './standards.js';

/**
 * The Flintshire Youth Justice Plan 2023-26 gives for 2022-23: before court, good 2 and requires improvement 1 of 3; at
 * court, three ratings under a total of two cases (here one case was audited twice); in the community good 4 of 5, one
 * without a rating. Of the eleven disposals scrutinised six were appropriate and five were with reservations. Which
 * ratings the other two at court had is not known; these are invented, and so are all earlier years.
 */
export const DEMONSTRATION_STANDARDS: readonly StandardsYear[] = [
  {
    ending: 2022,
    audits: [
      { stage: 'Pre Court', ratings: ['Good', 'Good', 'Requires improvement'], cases: 3 },
      { stage: 'At Court', ratings: ['Good', 'Requires improvement'], cases: 2 },
      { stage: 'Community', ratings: ['Outstanding', 'Good', 'Good', 'Inadequate'], cases: 4 },
    ],
    findings: { Appropriate: 7, 'Appropriate with reservations': 2, Inappropriate: 1 },
  },
  {
    ending: 2023,
    audits: [
      { stage: 'Pre Court', ratings: ['Good', 'Good', 'Requires improvement'], cases: 3 },
      { stage: 'At Court', ratings: ['Outstanding', 'Good', 'Requires improvement'], cases: 2 },
      { stage: 'Community', ratings: ['Good', 'Good', 'Good', 'Good', ''], cases: 5 },
    ],
    findings: { Appropriate: 6, 'Appropriate with reservations': 5 },
  },
];
