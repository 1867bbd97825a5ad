"""The local AWS API, in which the console of an instance shows what a test has put there: a stand-in for
cloud-init's words. The folder DKKB_CONSOLES holds a file for each instance, by its id."""

import os
import pathlib
import sys

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.responses.general import General
from moto.ec2.utils import Base64EncodedString
from moto.server import main

MOST = 64 * 1024


def get_console_output(self: General) -> ActionResult:
    instance = self.ec2_backend.get_instance(self._get_param("InstanceId"))
    file = pathlib.Path(os.environ["DKKB_CONSOLES"], instance.id)
    shown = file.read_bytes()[-MOST:].decode(errors="replace") if file.exists() else ""
    output = Base64EncodedString.from_raw_string(shown)
    return ActionResult({"InstanceId": instance.id, "Timestamp": utcnow(), "Output": output})


General.get_console_output = get_console_output
sys.exit(main())
