import ipaddr from 'ipaddr.js';
import * as z from 'zod';

import { rosterFile } from './roster';
import { largestClass } from './students';

/** The name of the configuration's file, in the folder of the project. */
export const configFile = 'dkkb.config.yaml';

/** The Ubuntu releases that practice VMs are made with. */
export const ubuntuReleases = ['24.04', '22.04'] as const;

const portRange = z
  .union([z.number().int(), z.string()])
  .transform((value) => String(value))
  .refine(isPortRange);

/** The form of a class's name. */
export const className = z.string().regex(/^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/);

/** Whether a text can be the name of a class, and of its folder. */
export function isClassName(text: string): boolean {
  return className.safeParse(text).success;
}

/** The form of a region's name. */
export const regionName = z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/);

/** How many won a dollar is where the configuration does not say. */
export const usualRate = 1400;

/** The region of a class whose configuration names none: Seoul. */
export const defaultRegion = 'ap-northeast-2';

const address = z.string().regex(/^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w./-]*)?$/);

/** What `dkkb.config.yaml` may say, with the default of each field. */
export const configSchema = z
  .strictObject({
    class: className.default('practice'),
    students: z
      .union([
        z.number().int().min(1).max(largestClass),
        z.array(z.string()).min(1).max(largestClass),
        z.string().regex(rosterFile),
      ])
      .default(1),
    region: regionName.default(defaultRegion),
    instanceType: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|metal|\d*x?large)$/)
      .default('t3.medium'),
    disk: z.number().int().min(10).max(1000).default(30),
    ubuntu: z
      .union([z.string(), z.number()])
      .transform((value) => (typeof value === 'number' ? value.toFixed(2) : value))
      .pipe(z.enum(ubuntuReleases))
      .default('24.04'),
    hours: z.number().positive().max(720).default(8),
    budget: z.number().positive().optional(),
    wonPerDollar: z.number().min(100).max(10_000).default(usualRate),
    allow: z
      .union([z.literal('auto'), z.array(z.string().refine(isAllowed)).min(1)])
      .default('auto'),
    allowAnywhere: z.boolean().default(false),
    acceptNewHostKeys: z.boolean().default(false),
    ports: z.array(portRange).default(['8080-8099', '30000-32767']),
    subnet: z
      .string()
      .regex(/^subnet-[0-9a-f]{8,17}$/)
      .optional(),
    spot: z.boolean().default(false),
    tags: z
      .record(
        z.string().regex(/^(?!aws:|dkkb:|Name$)[\p{L}\p{N} +=._:/@-]{1,128}$/u),
        z.string().regex(/^[\p{L}\p{N} +=._:/@-]{0,256}$/u),
      )
      .default({}),
    mirror: z
      .strictObject({ images: address.optional(), packages: address.optional() })
      .default({}),
  })
  .superRefine(({ allow, allowAnywhere }, context) => {
    if (allow === 'auto' || allowAnywhere) return;
    allow.forEach((cidr, index) => {
      if (isCidr(cidr) && /\/0$/.test(cidr))
        context.addIssue({ code: 'custom', path: ['allow', index], params: { open: true } });
    });
  });

/** The fields of a configuration file, with the defaults. */
export type ConfigFields = z.infer<typeof configSchema>;

function isAllowed(text: string): boolean {
  return text === 'auto' || isCidr(text);
}

function isCidr(text: string): boolean {
  return ipaddr.isValidCIDR(text) && /^[0-9a-f.:]+\/\d+$/i.test(text);
}

function isPortRange(text: string): boolean {
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return Number(from) >= 1 && Number(from) <= Number(to) && Number(to) <= 65_535;
}
