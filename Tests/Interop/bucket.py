"""Serves an S3 bucket called `sets` from memory: bucket.py URLFILE, until its standard input ends."""

import os
import sys

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
url = f"http://{host}:{port}"
boto3.client("s3", endpoint_url=url, region_name="us-east-1").create_bucket(Bucket="sets")
with open(sys.argv[1] + ".new", "w") as file:
    file.write(url)
os.rename(sys.argv[1] + ".new", sys.argv[1])
sys.stdin.read()
server.stop()
