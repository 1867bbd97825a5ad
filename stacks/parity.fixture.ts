import { images } from '../src/core/images';
import type { DockerLab } from '../src/docker/lab';

/** A lab that no reader sees: it uses every part of a service that a lab may use. */
export const everything: DockerLab = {
  id: 'ch00-everything',
  section: '0-00',
  title: { ko: '모든 항목', en: 'Everything' },
  platform: 'docker',
  task: [],
  hint: { ko: '', en: '' },
  checks: [],
  setup: {
    networks: { parity000net1: {}, parity000net2: {} },
    volumes: { parity000vol1: {} },
    services: {
      parity000ex1: {
        image: images.httpd,
        command: ['httpd-foreground', '-D', '${NOT_TERRAFORM}'],
        environment: { GREETING: 'a b=c', PERCENT: '%{if}', EMPTY: '' },
        networks: ['parity000net1', 'parity000net2'],
        ports: ['8099:80', '8099:80/udp'],
        volumes: ['parity000vol1:/data', '/var/tmp:/host:ro', './parity_folder:/folder'],
        healthcheck: {
          test: ['CMD-SHELL', 'test -d /data'],
          interval: '500ms',
          timeout: '2s',
          retries: 20,
          start_period: '1s',
        },
        restart: 'always',
      },
    },
  },
  solution: {
    services: {
      parity000ex2: {
        image: images.nginx,
        networks: ['parity000net1'],
        tty: true,
        stdin_open: true,
        depends_on: { parity000ex1: { condition: 'service_healthy' } },
      },
    },
  },
};
