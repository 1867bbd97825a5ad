import { DataAwsAmi } from '@cdktf/provider-aws/lib/data-aws-ami';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { KeyPair } from '@cdktf/provider-aws/lib/key-pair';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, TerraformIterator, TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

import { awsTags, nameOfStudents, practiceVm } from '../src/class/config/fleet';
import { ubuntuImage, type PracticeVmProps } from '../src/class/config/practice-vm';
import { addNetwork } from './practice-network';
import { compressedUserData } from '../src/vm/user-data';
import { widenProviderVersion } from './versions';

/**
 * The practice VM of the appendix on EC2, one a student. Each is named by its student's id, so that
 * a change of the roster touches no other VM, and no later setting replaces a VM that is running.
 */
export class PracticeVmStack extends TerraformStack {
  constructor(scope: Construct, props: PracticeVmProps) {
    super(scope, practiceVm.stack);
    new LocalBackend(this, { path: props.state });
    new AwsProvider(this, 'aws', {
      region: props.region,
      defaultTags: [
        {
          tags: {
            ...props.tags,
            [awsTags.fleet]: props.fleet,
            ...(props.owner ? { [awsTags.owner]: props.owner } : {}),
          },
        },
      ],
    });
    widenProviderVersion(this, 'aws');

    const place = addNetwork(this, props);
    const students = TerraformIterator.fromMap(props.students);
    new KeyPair(this, 'student', {
      forEach: TerraformIterator.fromMap(props.publicKeys),
      keyName: nameOfStudents(props.fleet, '${each.key}'),
      publicKey: '${each.value}',
      tags: { [awsTags.student]: '${each.key}' },
      // A VM keeps the key that it was started with, so its pair is not changed either.
      lifecycle: { ignoreChanges: 'all' },
    });
    new Instance(this, 'vm', {
      ...machine(props),
      forEach: students,
      ami: this.ubuntu(props),
      keyName: '${aws_key_pair.student[each.key].key_name}',
      ...place,
      tags: {
        Name: nameOfStudents(props.fleet, '${each.key}'),
        [awsTags.student]: '${each.key}',
        [awsTags.hours]: '${each.value.hours}',
        [awsTags.disk]: '${each.value.disk}',
        [awsTags.ubuntu]: '${each.value.ubuntu}',
        [awsTags.keys]: '${each.value.keys}',
      },
      // A VM that exists is never changed: a change of the type restarts it, and others replace it.
      lifecycle: { ignoreChanges: 'all' },
    });
    this.addOutputs(props);
  }

  /** Does nothing: no stack refers to another, so no reference has to be resolved ahead. */
  override prepareStack(): void {}

  private ubuntu(props: PracticeVmProps): string {
    const { owner, name, architecture } = ubuntuImage(props);
    return new DataAwsAmi(this, 'ubuntu', {
      owners: [owner],
      mostRecent: true,
      filter: [
        { name: 'name', values: [name] },
        { name: 'architecture', values: [architecture] },
      ],
    }).id;
  }

  private addOutputs({ keyFolder }: PracticeVmProps): void {
    const each = (value: string) => `\${{ for id, vm in aws_instance.vm : id => "${value}" }}`;
    const login = `${practiceVm.user}@\${vm.public_ip}`;
    new TerraformOutput(this, 'ssh', { value: each(`ssh -i '${keyFolder}/\${id}' ${login}`) });
    new TerraformOutput(this, 'url', { value: each('http://${vm.public_ip}:PORT/') });
    new TerraformOutput(this, 'instance', { value: each('${vm.id}') });
  }
}

/** The settings that all VMs share. */
function machine({ instanceType, disk, hours, instructorKey, mirror, spot }: PracticeVmProps) {
  const spotOptions = { spotInstanceType: 'one-time', instanceInterruptionBehavior: 'terminate' };
  return {
    instanceType,
    associatePublicIpAddress: true,
    userDataBase64: compressedUserData({
      deadlineHours: hours,
      authorizedKeys: [instructorKey],
      mirror,
    }),
    instanceInitiatedShutdownBehavior: 'terminate',
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      httpPutResponseHopLimit: 1,
    },
    rootBlockDevice: {
      volumeType: 'gp3',
      volumeSize: disk,
      encrypted: true,
      deleteOnTermination: true,
    },
    ...(spot ? { instanceMarketOptions: { marketType: 'spot', spotOptions } } : {}),
  };
}
