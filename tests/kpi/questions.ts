// A nation → each measure of the indicators read off a child's work, the point it is read at, and what it asks.
import { among, any, asks, enoughHours, type Question } from './counts.js';

const LINKS = {
  england: ['early_help', 'child_in_need', 'child_protection', 'looked_after'],
  wales: ['care_and_support_plan', 'child_protection', 'looked_after'],
};

/** Each step of a need that is met by an offer and an attendance. */
function steps(kpi: string, area: string): [string, string, Question][] {
  const [need, offered, attended] = [`${area}_need`, `${area}_offered`, `${area}_attended`];
  return [
    [kpi, 'End', asks(need)],
    [`${kpi}_start`, 'Start', asks(need)],
    [`${kpi}_offered`, 'End', among([need], asks(offered))],
    [`${kpi}_attended`, 'End', among([need, offered], asks(attended))],
  ];
}

/** Measure, the point it is read at, and what it asks. */
export function questionsOf(nation: 'england' | 'wales'): [string, string, Question][] {
  const links = LINKS[nation];
  const plan = among(['additional_need'], asks('formal_plan'));
  return [
    ['kpi1_accommodation', 'End', asks('accommodation_suitable')],
    ['kpi1_accommodation_start', 'Start', asks('accommodation_suitable')],
    ['kpi2_ete', 'End', asks('ete_suitable')],
    ['kpi2_ete_start', 'Start', asks('ete_suitable')],
    ['kpi2_ete_hours', 'End', enoughHours],
    [`kpi3_plan_${nation}`, 'End', plan],
    [`kpi3_plan_start_${nation}`, 'Start', plan],
    [`kpi3_need_${nation}`, 'End', asks('additional_need')],
    [`kpi3_need_start_${nation}`, 'Start', asks('additional_need')],
    [
      `kpi3_plan_ete_${nation}`,
      'End',
      among(['additional_need', 'formal_plan'], asks('ete_suitable')),
    ],
    ...steps('kpi4_mental_health', 'mental_health'),
    ...steps('kpi5_substance', 'substance'),
    [`kpi7_wider_services_${nation}`, 'End', any(links)],
    [`kpi7_wider_services_start_${nation}`, 'Start', any(links)],
    ...links.map((link): [string, string, Question] => [
      `kpi7_${link.replace(/_plan$/, '')}_${nation}`,
      'End',
      (row) => (any(links)(row) === 'yes' ? asks(link)(row) : null),
    ]),
  ];
}
